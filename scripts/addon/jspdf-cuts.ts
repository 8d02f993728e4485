import type { Cut } from './cuts.ts'

/**
 * jsPDF's one file holds every plugin, and most of a drawing API; esbuild cannot tell which methods of one object are
 * called. Documents (shared/documents/pdf, facturx) write their own operators and pictures and call: the constructor,
 * addPage, addFileToVFS, addFont, setFont, text (one space, to have a font embedded), pdfEscape16, setFileId,
 * setCreationDate, setDocumentProperties, setPdfVersion, output('arraybuffer'), and internal.write, newObject, events,
 * getFont. What stays may still name what went, in branches that those calls never enter.
 */
export const jspdfCuts: readonly Cut[] = [
  {
    what: 'imports of the PNG reader',
    from: "import _slicedToArray from '@babel/runtime/helpers/slicedToArray';",
    until: 'var globalObject = function () {',
  },
  {
    what: 'saving through the browser, colour names, atob and btoa, MD5 and RC4: encryption is refused by PDF/A',
    from: 'function bom(blob, opts) {',
    until: '/**\n * Convert string to `PDF Name Object`.',
  },
  {
    what: 'silence on errors: a listener that fails would only be logged, and the file go out without its fonts or its XML',
    from: 'try {\n          sub[0].apply(context, args);',
    until: 'sub[0].apply(context, args);\n        } catch (ex)',
  },
  {
    what: 'silence on errors of listeners: the catch',
    from: '} catch (ex) {\n          if (globalObject.console) {',
    until: 'if (sub[1]) tokens.push(token);',
  },
  {
    what: 'silence on errors: an output that fails would return nothing',
    from: 'try {\n        return fn.apply(this, arguments);',
    until: 'return fn.apply(this, arguments);\n      } catch (e) {\n        var stack',
  },
  {
    what: 'silence on errors of the output: the catch',
    from: '} catch (e) {\n        var stack = e.stack || "";',
    until: '};\n    fn.foo.bar = fn;',
  },
  {
    what: 'graphic states and patterns: the classes',
    from: 'function GState(parameters) {',
    until: '/**\n * Creates new jsPDF document object instance.',
  },
  {
    what: 'transformation matrices: aliases, arithmetic',
    from: '  Object.defineProperty(Matrix.prototype, "a", {',
    until: '  API.Matrix = Matrix;',
  },
  {
    what: 'patterns: adding one',
    from: '  /**\n   * Adds a new pattern for later use.',
    until: '  var newObject = API.__private__.newObject =',
  },
  {
    what: 'colours: between words and operators',
    from: '  var decodeColorString = API.__private__.decodeColorString =',
    until: '  var getFilters = API.__private__.getFilters =',
  },
  {
    what: 'patterns: writing one',
    from: '  var interpolateAndEncodeRGBStream = function',
    until: '  var putPatterns = function putPatterns(',
  },
  {
    what: 'output as a blob, a data address or a window',
    from: '  var getBlob = API.__private__.getBlob =',
    until: '  /**\n   * Generates the PDF document.',
  },
  {
    what: 'output as a blob, a data address or a window: the cases',
    from: '      case "blob":\n',
    until: '      default:\n        return null;\n    }\n  });\n\n  /**\n   * Used to see if a supplied hotfix',
  },
  {
    what: 'justified text',
    from: '} else if (align === "justify" && activeFont.encoding === "Identity-H") {',
    until: "} else {\n        throw new Error('Unrecognized alignment option",
  },
  {
    what: 'paths and shapes: clip, lines, curves, rectangles, circles',
    from: '  var clip = API.__private__.clip = API.clip =',
    until: '  /**\n   * Sets text font face, variant for upcoming text elements.',
  },
  {
    what: 'line joins, graphic states, points and rectangles, form objects, saving',
    from: '  API.__private__.setLineMiterLimit = API.__private__.setMiterLimit =',
    until: '  // applying plugins (more methods) ON TOP of built-in API.',
  },
  { what: 'paths and shapes: for plugins', from: '    getStyle: getStyle,\n', until: '    getFont: getFontEntry,\n' },
  {
    what: 'points and rectangles: for plugins',
    from: '    Point: Point,\n',
    until: '    Matrix: Matrix,\n    hasHotfix',
  },
  {
    what: 'plugins acroform, addimage, annotations, arabic, autoprint, canvas, cell, context2d',
    from: 'var jsPDFAPI = jsPDF.API;\nvar scaleFactor = 1;',
    until: '/**\n * @license\n * jsPDF filters PlugIn\n',
  },
  {
    what: 'filters other than Flate',
    from: '  var ASCII85Encode = function ASCII85Encode(a) {',
    until: '  /*\n  var FlatePredictors = {',
  },
  {
    what: 'filters other than Flate: the cases',
    from: '        case "ASCII85Decode":\n',
    until: '        case "FlateEncode":\n',
  },
  {
    what: 'plugins fileloading, html, javascript, outline, jpeg, png, gif, bmp, webp, rgba, setlanguage, split_text_to_size, standard_fonts_metrics',
    from: '/**\n * @license\n * jsPDF fileloading PlugIn\n',
    until: '/**\n * @name ttfsupport\n',
  },
  {
    what: 'plugins svg, total_pages, viewerpreferences, xmp_metadata',
    from: '/** @license\n * Copyright (c) 2012 Willow Systems Corporation, https://github.com/willowsystems',
    until: '/**\n * @name utf8\n',
  },
  {
    what: 'fonts embedded in WinAnsi',
    from: '  var winAnsiEncodingFunction = function',
    until: '  var utf8TextFunction = function',
  },
  {
    what: 'right-to-left text: our typeface has no such letter',
    from: '/**\n * @license\n * Unicode Bidi Engine',
    until: '/* eslint-disable no-control-regex */\njsPDF.API.TTFFont =',
  },
  {
    what: 'the exports of what went',
    from: 'AcroForm, AcroFormAppearance, AcroFormButton,',
    until: 'jsPDF as default, jsPDF };\n//# sourceMappingURL',
  },
]
