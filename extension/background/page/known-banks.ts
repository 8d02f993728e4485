import type { Guide } from '../../reader/guide.ts'

/** What public code tells of the pages of a bank. It breaks ties: every page is first read as if nothing were known of it. */
interface KnownBank {
  readonly name: string
  readonly hosts: readonly string[]
  readonly guide: Guide
}

const euroInformation: Guide = { rows: 'table.liste tbody tr' }

const KNOWN: readonly KnownBank[] = [
  {
    name: 'BoursoBank',
    hosts: ['clients.boursobank.com', 'clients.boursorama.com'],
    guide: {
      rows: 'li.list-operation-item',
      pending: '[data-is-auth="true"], [class*="--authorization"]',
      label: '.list__movement--label-user',
    },
  },
  { name: 'Crédit Mutuel', hosts: ['www.creditmutuel.fr'], guide: euroInformation },
  { name: 'CIC', hosts: ['www.cic.fr'], guide: euroInformation },
  { name: 'Monabanq', hosts: ['www.monabanq.com'], guide: euroInformation },
  {
    name: 'La Banque Postale',
    hosts: ['voscomptesenligne.labanquepostale.fr'],
    guide: {
      rows: 'table[id*="mouvements" i] tbody tr',
      date: 'td[data-label="Date"]',
      label: 'td[data-label="Libellé"]',
    },
  },
  {
    name: 'LCL',
    hosts: ['entreprises.secure.lcl.fr', 'espacepro.secure.lcl.fr'],
    guide: { rows: 'table#listeOperations tbody tr' },
  },
  {
    name: 'Fortuneo',
    hosts: ['mabanque.fortuneo.fr'],
    guide: { rows: 'table#tabHistoriqueOperations tbody tr' },
  },
]

export const guideFor = (host: string): Guide | undefined => KNOWN.find(({ hosts }) => hosts.includes(host))?.guide
