/**
 * Runs once in each fresh context, before the bundle: takes away what Apps Script has not, puts Google's services in
 * place, and gives the host a function that starts one function of the bundle.
 */
import type { EventFacts, Facts, Output, Start } from '../host/runner.ts'
import { connect } from './bridge.ts'
import { Charts } from './charts.ts'
import { installClock } from './clock.ts'
import { Drive } from './drive.ts'
import { rangeOf, theSpreadsheet } from './handed-out.ts'
import { ContentService, FakeHtmlOutput, FakeTextOutput, HtmlService } from './html.ts'
import { LockService } from './lock.ts'
import { installLog } from './log.ts'
import { MailApp } from './mail.ts'
import { namespace } from './not-faked.ts'
import { CacheService, PropertiesService } from './properties.ts'
import './range.ts'
import { authMode, ScriptApp } from './script-app.ts'
import { Session } from './session.ts'
import { SpreadsheetApp } from './spreadsheet.ts'
import { userOf } from './user.ts'
import { Utilities } from './utilities.ts'
import { plainResult } from './wire.ts'

const services = {
  SpreadsheetApp,
  HtmlService,
  ContentService,
  LockService,
  PropertiesService,
  CacheService,
  Utilities,
  Session,
  MailApp,
  ScriptApp,
  Charts,
}

/** Exist live, and are not faked: touching them throws, asking their type does not. */
const absent = [
  'DriveApp',
  'GmailApp',
  'CalendarApp',
  'UrlFetchApp',
  'DocumentApp',
  'SlidesApp',
  'FormApp',
  'ContactsApp',
  'LanguageApp',
  'Jdbc',
  'XmlService',
  'CardService',
  'GroupsApp',
  'Maps',
  'Browser',
]

type Options = Start & { readonly rpc: boolean; readonly lenient: boolean }

export function install(
  call: (name: string, label: string, args: string) => string,
  now: () => number,
  log: (level: string, text: string) => void,
  done: (outcome: string) => void,
  factsJson: string,
): (fn: string, optionsJson: string) => void {
  const facts: Facts = JSON.parse(factsJson)
  connect(call)
  installClock(now, facts.seed)
  for (const name of ['console', 'SharedArrayBuffer']) Reflect.deleteProperty(globalThis, name)
  installLog(log, now)
  for (const [name, service] of Object.entries(services)) define(name, service)
  for (const name of absent) define(name, namespace(name, {}))
  if (facts.drive !== null) define(facts.drive, Drive)

  return (fn, optionsJson) => {
    const options: Options = JSON.parse(optionsJson)
    const fail = (error: unknown): void => done(JSON.stringify({ error: described(error) }))
    const finish = (value: unknown): void => {
      try {
        done(JSON.stringify(outcomeOf(value, options)))
      } catch (error) {
        fail(error)
      }
    }
    try {
      const args = 'event' in options ? [eventOf(options.event, options.facts)] : options.args
      const value: unknown = Reflect.apply(Reflect.get(globalThis, fn), globalThis, args)
      if (value instanceof Promise) value.then(finish, fail)
      else finish(value)
    } catch (error) {
      fail(error)
    }
  }
}

const define = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false })
}

function described(error: unknown): { name: string; message: string; stack: string | undefined } {
  if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack }
  return { name: 'Error', message: String(error), stack: undefined }
}

function outcomeOf(value: unknown, { rpc, lenient }: Options): { result?: unknown; output?: Output } {
  if (rpc) return { result: plainResult(value, lenient) }
  if (value instanceof FakeTextOutput) {
    const download = value.download()
    return {
      output: {
        kind: 'content',
        mimeType: value.mimeType(),
        text: value.getContent(),
        ...(download === undefined ? {} : { download }),
      },
    }
  }
  if (value instanceof FakeHtmlOutput)
    return { output: { kind: 'html', html: value.getContent(), title: value.getTitle() } }
  // Google drops what a menu or a trigger returns; tests may look at it.
  try {
    return { result: JSON.parse(JSON.stringify(value) ?? 'null') }
  } catch {
    return {}
  }
}

/** Exactly the keys of ground truth §2, §6 and §7: what is absent has no key. */
function eventOf(kind: string, { area, user, auth = 'FULL', plain = {} }: EventFacts): object {
  if (kind === 'web') return plain
  if (kind === 'time') return { authMode: authMode(auth), ...plain }
  return {
    authMode: authMode(auth),
    source: theSpreadsheet(),
    ...(user === undefined ? {} : { user: userOf(user) }),
    ...(area === undefined ? {} : { range: rangeOf(area) }),
    ...plain,
  }
}
