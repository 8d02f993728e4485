/** Civil days as text, periods, French public holidays, working days, payment terms. */
export {
  addDays,
  addMonths,
  type Day,
  dateOf,
  day,
  dayOf,
  daysBetween,
  earliest,
  endOfMonth,
  lastDate,
  latest,
  monthOf,
  ordinal,
  parseDay,
  weekday,
  yearOf,
} from './day.ts'
export { formatDay, formatLongDay, formatPeriod, monthName, parseFrenchDay } from './french.ts'
export {
  easterSunday,
  type HolidayZone,
  holidayZone,
  isBusinessDay,
  isHoliday,
  isWorkingDay,
  nextBusinessDay,
  nextWorkingDay,
  nthBusinessDay,
  publicHolidays,
} from './holidays.ts'
export { dueDate, type PaymentTerm, parsePaymentTerm } from './payment-term.ts'
export {
  contains,
  firstDay,
  lastDay,
  monthPeriod,
  nextPeriod,
  type Period,
  parsePeriod,
  period,
  quarterPeriod,
  yearPeriod,
} from './period.ts'
