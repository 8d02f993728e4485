import { connected, endsTheSame, two } from './killed.ts'

await endsTheSame('record', connected, two, () => ['kept', 'dropped'])
