/** Has the browser take a file of the server away: it comes as an attachment, so the page stays. */
export function downloadFile(fileId: string): void {
  const link = document.createElement('a')
  link.href = `/downloads/${encodeURIComponent(fileId)}`
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
