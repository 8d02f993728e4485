/** Reminders of what is not paid: which one is next and when, what it claims, what can follow. Pure. */
export { type Claim, type ClaimFacts, claimOn, type Interest, type InterestPart, type Movement } from './claim.ts'
export { type PaidInvoice, type PayerHabit, payerHabit } from './habit.ts'
export {
  type Debt,
  type Hold,
  type Instalment,
  isReminderLevel,
  type NextReminder,
  nextReminder,
  type PlannedReminder,
  type ReminderLevel,
  type ReminderMode,
  type ReminderPolicy,
  reminderKey,
  reminderLevels,
  type SaidReminder,
  tells,
} from './ladder.ts'
