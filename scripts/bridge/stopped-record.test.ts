import { connected, endsTheSame, two } from './killed.ts'

// Each call once; killed-record.test.ts, in the project `long`, strikes each with what was not flushed kept and dropped.
await endsTheSame('record', connected, two, (call) => [call % 2 === 0 ? 'kept' : 'dropped'])
