const SHORTEST_NAME = 2
const ENDS_OF_PLACES = ['区', '县', '市', '镇', '乡', '街道', '村', '社区']

/**
 * 居住地 in one line. Ledgers write the address from the county, from the town, from the village or from the street down; what the place says
 * already is not said twice.
 */
export function placeWithAddress(place: string, address: string): string {
  const rest = address.trim()
  if (rest.includes(place)) return rest
  return `${place}${rest.slice(repeated(place, rest))}`
}

/** How many signs at the beginning of an address say again what the place says: its end, or its beginning as far as a place goes. */
function repeated(place: string, address: string): number {
  for (let length = Math.min(place.length, address.length); length >= SHORTEST_NAME; length -= 1) {
    const head = address.slice(0, length)
    if (place.endsWith(head)) return length
    if (place.startsWith(head) && ENDS_OF_PLACES.some((end) => head.endsWith(end))) return length
  }
  return 0
}
