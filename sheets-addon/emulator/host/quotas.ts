/** Daily limits per user, reset 24 h after first use (Google's quotas page, Aug 2026; ground truth §9). */
import { exception } from './errors.ts'

export type QuotaName = 'mail-recipients' | 'property-operations' | 'trigger-time'

interface Limit {
  readonly consumer: number
  readonly workspace: number
  readonly message: string
}

const limits: Record<QuotaName, Limit> = {
  'mail-recipients': { consumer: 100, workspace: 1_500, message: 'Service invoked too many times for one day: email.' },
  'property-operations': {
    consumer: 50_000,
    workspace: 500_000,
    message: 'Service invoked too many times for one day: properties.',
  },
  'trigger-time': {
    consumer: 90 * 60_000,
    workspace: 6 * 3_600_000,
    message: 'Service using too much computer time for one day',
  },
}

export interface Usage {
  readonly since: number
  readonly used: number
}
/** By user, then quota. */
export type Usages = Record<string, Partial<Record<QuotaName, Usage>>>

const DAY = 86_400_000

export interface Quotas {
  left(user: string, quota: QuotaName): number
  /** Throws, spending nothing, when not enough is left. */
  spend(user: string, quota: QuotaName, amount: number): void
}

export function createQuotas(usages: Usages, account: 'consumer' | 'workspace', now: () => number): Quotas {
  const current = (user: string, quota: QuotaName): Usage => {
    const usage = usages[user]?.[quota]
    return usage && now() < usage.since + DAY ? usage : { since: now(), used: 0 }
  }
  const left = (user: string, quota: QuotaName): number => limits[quota][account] - current(user, quota).used
  return {
    left,
    spend(user, quota, amount) {
      if (amount > left(user, quota)) throw exception(limits[quota].message)
      const { since, used } = current(user, quota)
      usages[user] = { ...usages[user], [quota]: { since, used: used + amount } }
    },
  }
}
