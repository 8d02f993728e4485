/** The advanced Drive service, put in place only when the manifest enables it. */
import { blobData } from './blob.ts'
import { call } from './bridge.ts'
import { namespace, standIn } from './not-faked.ts'

type Files = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection
type File = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File
type FileList = GoogleAppsScript.Drive_v3.Drive.V3.Schema.FileList

/** Body, path arguments, blob, options, in that order (Google's advanced services guide). */
export const Drive = namespace<GoogleAppsScript.Drive>('Drive', {
  Files: namespace<Files>('Drive.Files', {
    create: (resource: File, media?: unknown, options: Readonly<Record<string, unknown>> = {}): File =>
      standIn<File>(
        call(
          'Drive.Files.create',
          standIn(resource),
          media == null ? null : blobData(media, 'Drive.Files.create'),
          options,
        ),
      ),
    update: (resource: File, id: string, media?: unknown, options: Readonly<Record<string, unknown>> = {}): File =>
      standIn<File>(
        call(
          'Drive.Files.update',
          standIn(resource),
          id,
          media == null ? null : blobData(media, 'Drive.Files.update'),
          options,
        ),
      ),
    get: standIn<Files['get']>((id: string, options: Readonly<Record<string, unknown>> = {}) =>
      call('Drive.Files.get', id, options),
    ),
    list: (options: Readonly<Record<string, unknown>> = {}): FileList =>
      standIn<FileList>(call('Drive.Files.list', options)),
    generateIds: (options: Readonly<Record<string, unknown>> = {}) => call('Drive.Files.generateIds', options),
    remove: (id: string) => {
      call('Drive.Files.remove', id)
    },
  }),
  newFile: () => ({}),
})
