import { call, callAs } from './bridge.ts'
import { namespace } from './not-faked.ts'
import { userOf } from './user.ts'

export const Session = namespace<GoogleAppsScript.Base.Session>('Session', {
  // Both throw without the scope userinfo.email (ground truth 17).
  getActiveUser: () => userOf(callAs('Session.getActiveUser', 'Session.getEmail')),
  getEffectiveUser: () => userOf(callAs('Session.getEffectiveUser', 'Session.getEmail')),
  getActiveUserLocale: () => call('Session.getActiveUserLocale'),
  getScriptTimeZone: () => call('Session.getScriptTimeZone'),
  getTemporaryActiveUserKey: () => call('Session.getTemporaryActiveUserKey'),
})
