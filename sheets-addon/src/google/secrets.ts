import { sha256Hex } from '@tabellion/shared/kernel'
import type { Secrets } from '../ports.ts'

/**
 * User properties: private to who runs the script, where script properties are readable by every editor of the file. The web app
 * runs as the owner, and reads the owner's (ground truth 18).
 */
export const googleSecrets: Secrets = {
  read: () => PropertiesService.getUserProperties().getProperties(),
  write: (values) => {
    PropertiesService.getUserProperties().setProperties({ ...values }, false)
  },
  // A version 4 UUID holds 122 bits of chance, from the JVM's secure generator: three of them are more than the 256 wanted.
  make: () => {
    const chance = [Utilities.getUuid(), Utilities.getUuid(), Utilities.getUuid()].join('')
    const digest = sha256Hex(chance)
    return Uint8Array.from({ length: 32 }, (_, at) => Number.parseInt(digest.slice(at * 2, at * 2 + 2), 16))
  },
}
