export { of, that, typeset } from '@tabellion/shared/kernel'
