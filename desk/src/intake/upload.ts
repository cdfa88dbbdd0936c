const LIMIT = 60 * 1024 * 1024

/**
 * 上传 (upload): sends a file as it is and says how far it has come. fetch cannot tell the progress of what it sends, and a
 * ledger of 40 MB on a town's line takes a minute.
 */
export function uploadFile(file: File, onShare: (share: number) => void): Promise<{ readonly fileId: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/uploads?name=${encodeURIComponent(file.name)}`)
    request.upload.onprogress = (event) => onShare(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(new TypeError('the upload got no answer'))
    request.onload = () => {
      const answer = readAnswer(request.responseText)
      if (request.status === 200 && 'fileId' in answer && typeof answer.fileId === 'string') {
        resolve({ fileId: answer.fileId })
      } else reject(Object.assign(new Error(messageOf(answer)), { status: request.status }))
    }
    request.send(file)
  })
}

/** Why a file need not even be sent; undefined when it may go. The server decides by what is in it, not by its name. */
export function refusalOf(file: { readonly name: string; readonly size: number }): string | undefined {
  if (!/\.(xlsx|xlsm|xls|et|csv|txt)$/i.test(file.name)) {
    return `“${file.name}”不是表格文件。请选择 xlsx、xls 或 csv 文件；Word、PDF、图片请先整理成表格。`
  }
  if (file.size === 0) return `“${file.name}”是空文件，请重新保存后再选。`
  if (file.size > LIMIT) return `“${file.name}”超过 60 MB。请删去图片和无关的工作表，或拆成几个文件。`
  return undefined
}

function readAnswer(text: string): object {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? answer : {}
  } catch {
    // A proxy in between answers with a page of its own; the status says enough.
    return {}
  }
}

function messageOf(answer: object): string {
  if ('message' in answer && typeof answer.message === 'string') return answer.message
  return ''
}
