import type { Cut } from './cuts.ts'

export const fflateCuts: readonly Cut[] = [
  {
    // Where there is no TextDecoder the probe throws as the file loads; to say where, V8 reads the whole script once more:
    // 30 ms at every execution, each keystroke's onEdit included.
    what: 'probing whether a decoder can stream: nothing of ours streams',
    from: 'try {\n    td.decode(et, { stream: true });',
    until: '// decode UTF8\n',
  },
  // Its tables, 33 000 entries, are made when something is first packed or unpacked: most executions do neither.
  {
    what: 'making the tables as the file loads: they become a function, to the next cut',
    from: 'var _a = freb(fleb, 2), fl = _a.b, revfl = _a.r;',
    until: '// map of value to reverse (assuming 16 bits)',
    instead: `var fl, revfl, fd, revfd, rev, flt, fdt, flm, flrm, fdm, fdrm;
var tables = function () {
    if (fl) return;
    var _a = freb(fleb, 2), _b = freb(fdeb, 0);
    fl = _a.b, revfl = _a.r;
    fl[28] = 258, revfl[258] = 28;
    fd = _b.b, revfd = _b.r;
    rev = new u16(32768);
    for (var i = 0; i < 32768; ++i) {
        var x = ((i & 0xAAAA) >> 1) | ((i & 0x5555) << 1);
        x = ((x & 0xCCCC) >> 2) | ((x & 0x3333) << 2);
        x = ((x & 0xF0F0) >> 4) | ((x & 0x0F0F) << 4);
        rev[i] = (((x & 0xFF00) >> 8) | ((x & 0x00FF) << 8)) >> 1;
    }
    flt = new u8(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
    fdt = new u8(32).fill(5);
    flm = hMap(flt, 9, 0), flrm = hMap(flt, 9, 1);
    fdm = hMap(fdt, 5, 0), fdrm = hMap(fdt, 5, 1);
};
`,
  },
  {
    what: 'the reverse table, now among them',
    from: '// map of value to reverse (assuming 16 bits)',
    until: '// create huffman tree from u8 "map": index -> code length for code index',
  },
  {
    what: 'the fixed trees and maps, now among them',
    from: '// fixed length tree\n',
    until: '// find max of array',
  },
  {
    what: 'nothing: unpacking asks for the tables',
    from: '    // source length       dict length',
    until: '    var sl = dat.length, dl = dict ? dict.length : 0;',
    instead: '    tables();\n',
  },
  {
    what: 'nothing: packing too',
    from: 'var dflt = function (dat, lvl, plvl, pre, post, st) {',
    until: '    var s = st.z || dat.length;',
    instead: 'var dflt = function (dat, lvl, plvl, pre, post, st) {\n    tables();\n',
  },
]
