"""Makes assets/fonts/Inter-{Regular,SemiBold}.ttf: what a French document needs of Inter, for a PDF.

The two files are committed: run this only to change them, then `node scripts/run.mjs scripts/fonts/embed.ts`.

    python3 -m venv .venv && .venv/bin/pip install fonttools==4.68.0
    npm pack @expo-google-fonts/inter@0.4.2 && tar xzf expo-google-fonts-inter-0.4.2.tgz    # Inter 4.001, SIL OFL 1.1
    .venv/bin/python scripts/fonts/subset.py package assets/fonts

- digits 0-9 are the tabular ones (`tnum`), because jsPDF applies no OpenType feature;
- 1000 units per em, because jsPDF truncates the widths it writes to whole thousandths;
- kerning of letters and of the punctuation next to them as a plain `kern` table, which our own layout reads (fonts.ts);
- no hints, no layout tables. Inter has no reserved font name, so the subset may keep it.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

WEIGHTS = {"Regular": "400Regular/Inter_400Regular.ttf", "SemiBold": "600SemiBold/Inter_600SemiBold.ttf"}

REPERTOIRE = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1, Latin Extended-A
    *range(0x218, 0x21C),  # Romanian
    *(0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1E9E),
    *range(0x1EA0, 0x1EFA),  # Vietnamese: common surnames in France
    *(0x2C6, 0x2C7, 0x2DA, 0x2DC),
    *range(0x2010, 0x2016),
    *range(0x2018, 0x2020),
    *(0x2009, 0x202F, 0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044),
    *(0x2070, *range(0x2074, 0x207A), *range(0x2080, 0x208A)),  # m⁴, CO₂
    *(0x20AC, 0x2116, 0x2122, 0x2126, 0x2153, 0x2154, 0x215B, 0x215C, 0x215D, 0x215E),
    *(0x3A9, 0x3BC, 0x3C0, 0x394),  # units and formulas
    *(0x2190, 0x2191, 0x2192, 0x2193, 0x2194, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265),
    *(0x2605, 0x2610, 0x2611, 0x2713, 0x25A0, 0x25A1, 0x25CB, 0x25CF, 0x25B2, 0x25BA, 0xFFFD),
]
KERNED = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "ÀÂÇÉÈÊËÎÏÔÙÛŒàâäçéèêëîïôöùûüœ’.,-:;)(/«»–"
)
LEAST_KERN = 16  # thousandths of an em; less is not seen at 9.5 pt


def tabular_digits(font: TTFont) -> None:
    table = font["GSUB"].table
    replaced = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for part in table.LookupList.Lookup[index].SubTable:
                replaced.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            for code in range(0x30, 0x3A):
                cmap.cmap[code] = replaced.get(cmap.cmap[code], cmap.cmap[code])


def kerning(font: TTFont) -> dict[tuple[str, str], int]:
    """The `kern` feature of GPOS flattened to pairs, in font units. In a lookup the first subtable that knows a pair decides."""
    cmap = font.getBestCmap()
    glyphs = [cmap[ord(character)] for character in KERNED if ord(character) in cmap]
    table = font["GPOS"].table
    lookups = {i for r in table.FeatureList.FeatureRecord if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex}
    pairs: dict[tuple[str, str], int] = {}
    for index in sorted(lookups):
        known: set[tuple[str, str]] = set()
        for part in table.LookupList.Lookup[index].SubTable:
            part = getattr(part, "ExtSubTable", part)
            if part.LookupType != 2:
                continue
            for left in glyphs:
                if left not in part.Coverage.glyphs:
                    continue
                if part.Format == 1:
                    records = part.PairSet[part.Coverage.glyphs.index(left)].PairValueRecord
                    found = {record.SecondGlyph: record.Value1 for record in records}
                else:
                    row = part.Class1Record[part.ClassDef1.classDefs.get(left, 0)].Class2Record
                    found = {right: row[part.ClassDef2.classDefs.get(right, 0)].Value1 for right in glyphs}
                for right, value in found.items():
                    if right in glyphs and (left, right) not in known:
                        known.add((left, right))
                        pairs[left, right] = pairs.get((left, right), 0) + (getattr(value, "XAdvance", 0) if value else 0)
    least = LEAST_KERN * font["head"].unitsPerEm / 1000
    return {pair: value for pair, value in pairs.items() if abs(value) >= least}


def make(source: Path, target: Path) -> None:
    font = TTFont(source)
    pairs = kerning(font)
    tabular_digits(font)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "meta", "DSIG", "gasp", "prep", "fpgm", "cvt ", "HVAR", "MVAR"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    order = font.getGlyphOrder()
    subsetter.populate(unicodes=REPERTOIRE)
    subsetter.subset(font)
    upm = font["head"].unitsPerEm
    scale_upem(font, 1000)
    kept = set(font.getGlyphOrder())
    part = KernTable_format_0()
    part.coverage, part.apple, part.version = 1, False, 0
    part.kernTable = {pair: round(value * 1000 / upm) for pair, value in pairs.items() if set(pair) <= kept}
    kern = font["kern"] = newTable("kern")
    kern.version, kern.kernTables = 0, [part]
    font.save(target)
    missing = [hex(code) for code in REPERTOIRE if code not in font.getBestCmap()]
    print(f"{target}: {target.stat().st_size} bytes, {len(kept)} of {len(order)} glyphs, {len(part.kernTable)} pairs; not in Inter: {missing}")


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    for weight, file in WEIGHTS.items():
        make(source / file, target / f"Inter-{weight}.ttf")
