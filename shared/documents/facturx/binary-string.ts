/** One character per byte: how jsPDF takes files and streams. */
export function binaryString(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 8192)
    text += String.fromCharCode(...bytes.subarray(index, index + 8192))
  return text
}
