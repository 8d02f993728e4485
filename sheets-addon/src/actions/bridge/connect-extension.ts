import { type AddressProblem, pairingCode, readAddress } from '@tabellion/shared/exchange'
import { newKey, storedKey } from '../../bridge/keys.ts'
import type { Ports } from '../../ports.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'

/** What one browser is given, once. */
export interface PairingOffer {
  /** To be pasted into the extension within the hour. */
  readonly code: string
  readonly key: string
  readonly address?: string
  readonly demonstration: boolean
}

/** *Connecter l’extension*: a key of its own for one browser. The address is proved when that browser says hello. */
export const connectExtension = action({
  name: 'connect-extension',
  menu: 'Connecter l’extension…',
  what: 'Prépare un code d’appairage pour l’extension d’un navigateur, à coller dans l’heure.',
  args: {
    properties: {
      url: {
        type: 'string',
        description:
          'L’adresse de l’application web déployée, qui finit par /exec ; sans elle, les échanges se font par fichier ou bloc collé.',
      },
    },
  },
  run: (ports, args) => {
    const pasted = (args.url ?? '').trim()
    if (pasted === '') return offer(ports)
    const address = readAddress(pasted)
    return address.ok ? offer(ports, address.value) : refuse(address.problem satisfies AddressProblem)
  },
})

function offer(
  { secrets, clock }: Ports,
  address?: { readonly url: string; readonly demonstration: boolean },
): Outcome {
  const secret = secrets.make()
  const key = newKey(secret, clock.instant, address?.url)
  secrets.write(storedKey(key))
  const where = address ? '' : ' Sans application web, les échanges se feront par fichier ou bloc collé.'
  return {
    message: `Collez ce code dans l’extension, dans l’heure. Il donne accès à vos factures : ne l’envoyez à personne.${where}`,
    findings: [],
    pairing: {
      code: pairingCode({ kid: key.kid, secret, ...(address ? { url: address.url } : {}) }),
      key: key.kid,
      demonstration: address?.demonstration ?? false,
      ...(address ? { address: address.url } : {}),
    },
  }
}
