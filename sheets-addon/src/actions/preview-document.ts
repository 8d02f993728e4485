import { latestLayout, type Logo as Picture, previewPages, renderDocument } from '@tabellion/shared/documents/pdf'
import type { DraftDocument, SellerProfile, TradePreset } from '@tabellion/shared/invoicing'
import { readProfile, readSettings, type Settings, settingCell, settingNamed, trades } from '@tabellion/shared/ledger'
import { planIssue } from '../issuing/plan.ts'
import type { Ports } from '../ports.ts'
import { dayOf } from '../workbook/given.ts'
import { latestLogo, logoBytes, toBase64 } from '../workbook/logo.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { action, type Outcome } from './action.ts'
import { sampleDocument } from './sample-document.ts'
import { checkNames } from './setup.ts'

export interface DrawnDocument {
  /** SVG, page by page. */
  readonly pages: readonly string[]
  /** Base 64: the very page that will be issued, but for « Projet » across it. */
  readonly pdf: string
}
export interface StyleSample {
  /** As *Métier* names it. */
  readonly trade: string
  readonly page: string
}

/** One document before it is issued, marked « Projet ». */
export const previewDocument = action({
  name: 'preview-document',
  menu: '',
  what: 'Met en page la facture que des lignes donneraient, marquée « Projet ».',
  args: {
    properties: {
      rows: { type: 'array', description: 'Les ID de ses lignes.', items: { type: 'string' } },
      issueDate: { type: 'string', description: 'La date d’émission ; par défaut aujourd’hui.', format: 'date' },
    },
    required: ['rows'],
  },
  run: (ports, args): Outcome => {
    const issueDate = dayOf(args.issueDate, 'issueDate')
    const workbook = openWorkbook(ports)
    const plan = planIssue(
      workbook,
      {
        send: false,
        strict: false,
        rows: args.rows,
        ...(issueDate === undefined ? {} : { issueDate }),
        claimed: new Set(),
      },
      ports.clock.today,
      ports.ids.next,
    )
    const issued = plan.candidates[0]?.document
    if (issued === undefined) return { message: 'Ces lignes ne donnent pas de facture.', findings: plan.findings }
    const { number: _, ...content } = issued
    const document: DraftDocument = { ...content, state: 'draft' }
    const logo = pictureOf(workbook, document.style.logo?.version)
    return { message: 'Aperçu prêt.', findings: [], drawn: drawn(document, logo) }
  },
})

const drawn = (document: DraftDocument, logo: Picture | undefined): DrawnDocument => ({
  pages: previewPages(document, logo ? { logo, logoAddress: addressOf(logo) } : {}),
  pdf: toBase64(renderDocument(document, logo ? { logo } : {})),
})

const addressOf = ({ bytes, format }: Picture): string => `data:image/${format};base64,${toBase64(bytes)}`

function pictureOf(workbook: Workbook, version: number | undefined): Picture | undefined {
  const images = version === undefined ? undefined : workbook.tableIfAny('images')
  return images && version !== undefined ? logoBytes(images, version) : undefined
}

/** An invented invoice in each of the seven templates, with the seller as *Réglages* has it or as it is being typed. */
export const previewStyles = action({
  name: 'preview-styles',
  menu: '',
  what: 'Met en page une facture d’exemple dans chacun des modèles.',
  args: {
    properties: {
      settings: {
        type: 'object',
        description: 'Réglages à essayer, sans les écrire.',
        additionalProperties: { type: 'string' },
      },
      logo: {
        type: 'string',
        description:
          'La taille du logo à placer, « 600x200 » ; vide : sans logo ; par défaut celui qui est enregistré.',
      },
    },
  },
  run: (ports, args): Outcome => {
    const workbook = openWorkbook(ports)
    const settings = tried(workbook, checkNames(args.settings ?? {}))
    const { profile } = readProfile(settings, latestLayout())
    const logo = args.logo === undefined ? latestLogo(workbook, settings) : shapeOf(args.logo)
    return { message: 'Modèles prêts.', findings: [], styles: samples(ports, profile, logo) }
  },
})

interface Shape {
  readonly width: number
  readonly height: number
}

function shapeOf(text: string): Shape | undefined {
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(text) ?? []
  return Number(width) > 0 && Number(height) > 0 ? { width: Number(width), height: Number(height) } : undefined
}

function samples({ clock }: Ports, profile: SellerProfile, logo: Shape | undefined): readonly StyleSample[] {
  const options = logo
    ? ({ logo: { ...logo, format: 'png', bytes: new Uint8Array() }, logoAddress: LOGO_PLACE } as const)
    : {}
  return Object.entries(trades.labels).map(([preset, trade]) => {
    const [page = ''] = previewPages(sampleDocument(profile, preset as TradePreset, clock.today), options)
    return { trade, page }
  })
}

/** Stands for the logo's address: it is the page's own, and would be sent seven times. */
const LOGO_PLACE = 'logo:'

function tried(workbook: Workbook, values: Readonly<Record<string, string>>): Settings {
  const table = workbook.tableIfAny('settings')
  const settings = table ? readSettings(table) : undefined
  return {
    text: (name) => values[name] || (settings?.text(name) ?? settingNamed(name)?.default ?? ''),
    row: () => undefined,
    cell: () => settingCell(undefined),
  }
}
