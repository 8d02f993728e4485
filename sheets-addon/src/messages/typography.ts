export { typeset } from '@tabellion/shared/kernel'
