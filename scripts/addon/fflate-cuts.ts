import type { Cut } from './cuts.ts'

export const fflateCuts: readonly Cut[] = [
  {
    // Where there is no TextDecoder the probe throws as the file loads; to say where, V8 reads the whole script once more:
    // 30 ms at every execution, each keystroke's onEdit included.
    what: 'probing whether a decoder can stream: nothing of ours streams',
    from: 'try {\n    td.decode(et, { stream: true });',
    until: '// decode UTF8\n',
  },
]
