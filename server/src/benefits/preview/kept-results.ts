/**
 * 留存的结果 (kept results): what was worked out, by everything it was worked out from. Bounded by the number of results and of their
 * lines together; the one that was asked for longest ago goes first. Kept in the process: another process works it out once for itself.
 */
export class KeptResults<Result extends { readonly length: number }> {
  private readonly results = new Map<string, Result>()
  private readonly most: { readonly results: number; readonly lines: number }
  private lines = 0

  constructor(most: { readonly results: number; readonly lines: number }) {
    this.most = most
  }

  find(key: string): Result | undefined {
    const found = this.results.get(key)
    if (found === undefined) return undefined
    // A map keeps the order of writing: the one just asked for becomes the youngest.
    this.results.delete(key)
    this.results.set(key, found)
    return found
  }

  keep(key: string, result: Result): void {
    this.drop(key)
    this.results.set(key, result)
    this.lines += result.length
    for (const [oldest] of this.results) {
      if (this.results.size <= this.most.results && this.lines <= this.most.lines) break
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    this.lines -= this.results.get(key)?.length ?? 0
    this.results.delete(key)
  }
}
