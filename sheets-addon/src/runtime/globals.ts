import { atob, btoa } from './base64.ts'

// jsPDF looks for them on the global object, not by name.
Object.assign(globalThis, { atob, btoa })
