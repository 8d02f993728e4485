import type { Store } from '../ports.ts'

export const googleStore: Store = {
  read: () => PropertiesService.getScriptProperties().getProperties(),
  write: (values) => {
    PropertiesService.getScriptProperties().setProperties({ ...values }, false)
  },
}
