/**
 * What services throw into the script. Texts are Google's English ones, for people who read logs: Google localises many,
 * so no code may match on them (ground truth, head).
 */
import type { Json, RefusalName } from '../types.ts'

export class ServiceError extends Error {
  readonly details: Json | undefined
  constructor(message: string, name = 'Exception', details?: Json) {
    super(message)
    this.name = name
    this.details = details
  }
}

export const exception = (message: string): ServiceError => new ServiceError(message)

/** The advanced services' error; `details.code` is the HTTP status. */
export function driveError(method: string, code: number, message: string, reason: string): ServiceError {
  return new ServiceError(
    `API call to drive.files.${method} failed with error: ${message}`,
    'GoogleJsonResponseException',
    { code, message, errors: [{ domain: 'global', reason, message }] },
  )
}

/** A value the real service would turn into rubbish: the emulator is strict so that we never write it. */
export const strict = (message: string): ServiceError => new ServiceError(`strict: ${message}`, 'StrictError')

export const noPermission = (label: string, scopes: readonly string[]): ServiceError =>
  exception(
    `You do not have permission to call ${label}. Required permissions: ${scopes.join(' || ') || '(not available to a simple trigger)'}`,
  )

/** Ground truth §3, §4 and §9: one name each. Only `burst` is worth a retry at once. */
const refusals: Record<RefusalName, (service: string, method: string) => ServiceError> = {
  burst: (service) =>
    exception(`Service invoked too many times in a short time: ${service}. Try Utilities.sleep(1000) between calls.`),
  'day-limit': (service) => exception(`Service invoked too many times for one day: ${service}.`),
  'computer-time': () => exception('Service using too much computer time for one day'),
  simultaneous: () => exception('There are too many scripts running simultaneously for this Google user account.'),
  'server-error': () => exception("We're sorry, a server error occurred. Please wait a bit and try again."),
  'drive-rate-limit': (_, method) => driveError(method, 403, 'User rate limit exceeded.', 'userRateLimitExceeded'),
  'drive-storage-full': (_, method) =>
    driveError(method, 403, "The user's Drive storage quota has been exceeded.", 'storageQuotaExceeded'),
  'drive-server-error': (_, method) => driveError(method, 500, 'Internal Error', 'internalError'),
  'drive-empty-response': () => exception('Empty response'),
  'mail-day-limit': () => exception('Service invoked too many times for one day: email.'),
  'consent-withdrawn': (service, method) =>
    exception(`Authorization is required to perform that action (${service}.${method}).`),
}

export const refusalError = (name: RefusalName, service: string, method: string): ServiceError =>
  refusals[name](service, method)
