/** What the extension and the sheet say to each other: versioned, checked, signed; by the web app, a file or a pasted block. */
export { type Address, type AddressProblem, readAddress } from './address.ts'
export {
  type Answer,
  type BridgeRefusal,
  type BridgeRefusalCode,
  type Pulled,
  type ResultOf,
  readAnswer,
} from './answers.ts'
export { asciiJson } from './ascii.ts'
export { fromBase64Url, toBase64Url } from './base64url.ts'
export { type BlockKind, type BlockProblem, blockOf, readBlock } from './block.ts'
export {
  type AnswerEnvelope,
  answerText,
  clockDifference,
  type EnvelopeProblem,
  isRequestSealed,
  MOST_CHARACTERS,
  MOST_CLOCK_DIFFERENCE_MS,
  PROTOCOL,
  type RequestEnvelope,
  readRequest,
  readResponse,
  requestText,
  sealAnswer,
  sealRequest,
  type UnsignedCode,
  type UnsignedRefusal,
} from './envelope.ts'
export { MOST_ORDER_LINES } from './order.ts'
export { keyIdOf, type Pairing, type PairingProblem, pairingCode, readPairingCode } from './pairing.ts'
export { type Acceptable, acceptableCodes, type Question, type QuestionCode } from './questions.ts'
export {
  type BankLineSent,
  type Body,
  type BodyInput,
  type BodyProblem,
  browserOps,
  isOp,
  type Op,
  readBankLine,
  readBody,
} from './requests.ts'
