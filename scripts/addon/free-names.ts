import ts from 'typescript'

/** The names that a script uses and neither declares nor finds in ECMAScript (`library`), sorted. */
export function freeNames(code: string, library: string): readonly string[] {
  const file = 'script.js'
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    lib: [library],
    noResolve: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const fromDisk = host.getSourceFile
  host.getSourceFile = (name, version, ...more) =>
    name === file ? ts.createSourceFile(name, code, version) : fromDisk(name, version, ...more)
  const program = ts.createProgram([file], options, host)
  const names = program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => /^Cannot find name '(\w+)'/.exec(ts.flattenDiagnosticMessageText(messageText, ' '))?.[1])
    .filter((name) => name !== undefined)
  return [...new Set(names)].sort()
}
