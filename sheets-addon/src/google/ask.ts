import { typeset } from '../messages/typography.ts'

type Ui = GoogleAppsScript.Base.Ui

/** Asks until the answer can be read, or the person gives up: then undefined. */
export function ask<Answer>(
  ui: Ui,
  title: string,
  question: string,
  read: (text: string) => Answer | undefined,
): Answer | undefined {
  for (let text = question; ; text = `Cette réponse ne se comprend pas. ${question}`) {
    const response = ui.prompt(title, typeset(text), ui.ButtonSet.OK_CANCEL)
    if (response.getSelectedButton() !== ui.Button.OK) return undefined
    const answer = read(response.getResponseText().trim())
    if (answer !== undefined) return answer
  }
}
