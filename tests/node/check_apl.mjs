// Checks APL documents, read from stdin as a JSON list: prints a line for each thing that is wrong.
// Beside what apl-suggester checks of a whole document, it has its inner validators look at commands in
// handlers and at the insides of graphics, which it passes over itself; and what no schema knows.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const print = console.log;
// apl-suggester prints notes while it loads and runs.
console.log = console.info = console.warn = console.debug = () => {};
const require = createRequire(import.meta.url);
const { GraphicSchemaValidator, StaticAplTemplateValidator } = require('apl-suggester');
const { CommandSchemaValidator } = require('apl-suggester/dist/src/CommandSchemaValidator');

function* objects(node, path = '') {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) yield [node, path];
  for (const [key, value] of Object.entries(node)) yield* objects(value, `${path}/${key}`);
}

function* inside(document) {
  const commands = CommandSchemaValidator.getInstance();
  const graphics = GraphicSchemaValidator.getInstance();
  const told = (infos, path) => infos.map((info) => `${path}${info.path} ${info.errorMessage}`);
  for (const [node, path] of objects(document)) {
    for (const [key, value] of Object.entries(node)) {
      if (!/^(on[A-Z]\w*|commands)$/.test(key)) continue;
      for (const command of [value].flat()) {
        if (command?.type) yield* told(commands.validateCommand(command, command.type), `${path}/${key}`);
      }
    }
    if (node.type === 'TouchWrapper' && !node.accessibilityLabel) yield `${path} has no accessibilityLabel`;
    for (const tick of node.handleTick ?? []) {
      for (const [event, at] of objects(tick)) {
        if (event.type === 'SendEvent' && !event.sequencer) yield `${path}${at} is dropped in fast mode`;
      }
    }
    if (node.type === 'VectorGraphic' && !(node.source in document.graphics)) {
      yield `${path} there is no graphic ${node.source}`;
    }
  }
  for (const [name, graphic] of Object.entries(document.graphics ?? {})) {
    yield* told(graphics.validateGraphic(graphic, 'root'), `/graphics/${name}`);
    for (const [node, at] of objects(graphic, `/graphics/${name}`)) {
      if (['group', 'path', 'text'].includes(node.type)) {
        yield* told(graphics.validateGraphic(node, node.type), at);
      }
    }
  }
}

for (const [number, directive] of JSON.parse(readFileSync(0, 'utf8')).entries()) {
  const { document, datasources } = directive;
  for (const { path, errorMessage } of await new StaticAplTemplateValidator().validate(document)) {
    print(`${number} ${path} ${errorMessage}`);
  }
  for (const line of inside(document)) print(`${number} ${line}`);
  for (const name of document.mainTemplate.parameters) {
    if (!(name in datasources)) print(`${number} nothing is drawn: there are no data for ${name}`);
  }
}
