// What alex finds in texts: a JSON list of texts comes in, a list of lists of [start, end] goes out.
// With the name of a file instead: seconds of processor time, and how many messages it gives.
import { readFileSync } from 'node:fs'
import { text } from 'alex'

const file = process.argv[2]
if (file) {
  const begun = process.cpuUsage()
  const found = text(readFileSync(file, 'utf8')).messages.length
  const { user, system } = process.cpuUsage(begun)
  console.log((user + system) / 1e6, found)
} else {
  const texts = JSON.parse(readFileSync(0, 'utf8'))
  const span = (m) => [m.position.start.offset, m.position.end.offset]
  const places = (one) => text(one).messages.map(span)
  console.log(JSON.stringify(texts.map(places)))
}
