/** Puts the world back as it was: for a run that meets a question nobody has answered yet and will be run again. */
import type { World } from './world.ts'

/** Call before the run; the function given back undoes whatever was done since, except the time that passed. */
export function takeBackPoint(world: World): () => void {
  const { store, menus, shown, selection } = world
  const { committed } = store
  const kept = JSON.stringify(world.kept)
  const chance = world.chance.place()
  const contents = [...world.contents]
  const mails = world.mails.length
  return () => {
    store.committed = committed
    refill(world.kept, JSON.parse(kept))
    world.chance.moveTo(chance)
    world.contents.clear()
    for (const [id, bytes] of contents) world.contents.set(id, bytes)
    world.mails.length = mails
    world.cache.clear()
    Object.assign(world, { menus, shown, selection })
  }
}

/** In place, because others hold on to the arrays and records inside. */
function refill(target: object, source: object): void {
  if (Array.isArray(target) && Array.isArray(source)) {
    target.splice(0, target.length, ...source)
    return
  }
  const into = target as Record<string, unknown>
  for (const key of Object.keys(into)) if (!(key in source)) delete into[key]
  for (const [key, value] of Object.entries(source)) {
    const old = into[key]
    if (typeof old === 'object' && old !== null && typeof value === 'object' && value !== null) refill(old, value)
    else into[key] = value
  }
}
