// What alex finds in texts: a JSON list of texts comes in, a list of lists of [start, end] goes out.
// With the name of a file instead: how many messages that one file gives.
import { readFileSync } from 'node:fs'
import { text } from 'alex'

const file = process.argv[2]
if (file) {
  console.log(text(readFileSync(file, 'utf8')).messages.length)
} else {
  const texts = JSON.parse(readFileSync(0, 'utf8'))
  const span = (m) => [m.position.start.offset, m.position.end.offset]
  const places = (one) => text(one).messages.map(span)
  console.log(JSON.stringify(texts.map(places)))
}
