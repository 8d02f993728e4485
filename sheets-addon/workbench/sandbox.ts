/** The `sandbox` of HtmlService's frames: Google's own list, without navigation of the top window (ground truth §5). */
export const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals'
