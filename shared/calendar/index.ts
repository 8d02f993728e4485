/** Civil days as text, periods, French public holidays, working days, payment terms. */
export {
  addDays, addMonths, dateOf, type Day, day, dayOf, daysBetween, earliest, endOfMonth, lastDate, latest, monthOf, ordinal,
  parseDay, weekday, yearOf,
} from './day.ts'
export { formatDay, formatLongDay, monthName, parseFrenchDay } from './french.ts'
export {
  easterSunday, type HolidayZone, holidayZone, isBusinessDay, isHoliday, isWorkingDay, nextBusinessDay, nextWorkingDay,
  nthBusinessDay, publicHolidays,
} from './holidays.ts'
export { dueDate, parsePaymentTerm, type PaymentTerm } from './payment-term.ts'
export { contains, firstDay, lastDay, monthPeriod, nextPeriod, parsePeriod, type Period, period, quarterPeriod, yearPeriod } from './period.ts'
