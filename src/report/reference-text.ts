/** What the reference says in words; its tables come from the definitions. */

export const intro = `# Reference of scenario files

<!-- Written by npm run reference from the definitions by which files are read. Do not edit. -->

A scenario is one YAML file or several. Keys are small letters, digits and hyphens. Every number has its unit, and a source or a reason
beside it or on a mapping above it. A file begins with a line that tells editors its schema, which is not required:

\`\`\`yaml
# yaml-language-server: $schema=../docs/schema/scenario.json
counterplan: 1
file: scenario
\`\`\`

Schemas for editors stand in [\`schema/\`](schema); \`counterplan schema KIND\` prints them. \`counterplan new NAME\` writes a scenario to begin
from, \`counterplan check FILE...\` reports every mistake, \`counterplan show SCENARIO\` prints what was understood.`;

export const valueForms = `| form | example |
| --- | --- |
| a number with its unit | \`12 kt/year\` |
| a bare number, where the field has no unit or counts persons, units, ports and the like | \`0.3\`, \`30 %\`, \`12\` |
| the option of a switch | \`proportional\` |
| with what stands behind it | \`{value: 12 kt/year, source: F31, range: 10..15 kt/year}\` |
| dated; each from its month until the next, before the first the first | \`{values: {1946-01: 0 t/month, 1946-06: {value: 3 kt/month, source: F35}}}\` |
| dated, in straight lines | \`{values: {...}, interpolate: linear}\` |
| seasonal, January to December | \`{seasonal: [12 numbers], unit: t/month}\` |
| a value, or values, with a season as factors | \`{value: 400 t/month, seasonal: [1.5, 1.5, 1.2, ...]}\` |
| readings, where sources conflict; the heaviest is used | \`{readings: [{id: soviet, value: 4 yen/rouble, weight: 0.95, source: F40}, ...]}\` |
| a rule over the quantities of the month before (monthly fields) | \`{rule: 'min(1, stock("coal") / 5000)', reason: ...}\` |

\`unit:\` beside any of these is the unit of every bare number in it. \`range:\` says how far the number may be wrong, and so how far studies
may move it. \`status: fitted\` marks a number that a fit has moved. \`source:\` is an id of the sources or a list of them; what a mapping
says of sources and reasons its children inherit, unless they say their own.`;

export const whatIfText = `A what-if changes a scenario, or another what-if, by paths. See [writing a what-if](writing-a-what-if.md).

| operation | what it does |
| --- | --- |
| \`{set: 12 kt/year}\` | puts another value, in any of the forms above |
| \`{scale: 1.5}\` | multiplies the value of every month |
| \`{add: 3 ports}\` | adds to the value of every month |
| \`{remove: true}\` | on an entity: puts its flows to nothing |

A change may have \`from\` and \`until\` of its own, inside those of the file, and \`source\` or \`reason\`. In a path \`*\` stands for one name. A
change works on the values of the months, never on how they are written, so that nothing moves before \`from\`: all months before are
the same to the last bit, which \`compare\` checks and says. What holds for the whole run can be changed only by a what-if without
\`from\`. Two what-ifs that change the same value in the same months are a mistake, unless the later says \`after:\`.

\`expect: {outcome: "iron.made@1947:sum", sign: "+"}\` says what should come of it, against the parent: \`+\` more, \`-\` less, \`0\` no change.`;

export const outcomeText = `An outcome is \`entity.quantity@period:reduction\`, as in \`rolled-steel.made@1947:sum\`. The period is a year, a month, \`1946-06..1946-12\`, or is
left out with its \`@\` for the whole run. The entity is an id, a group, or one of the wholes. A group’s stocks and flows are the sums over
its members, its ratios the ratio of sums. “On 1 June” is the stock at the end of May. \`final\` is the value of the last month, \`peak\` and
\`low\` the greatest and the least.`;

export const rulesText = `A monthly number may be set by a rule, \`{rule: 'min(1, 0.5 * trained("worker-courses") / 200)', reason: ...}\`: an expression over what the economy was
at the end of the month before, in the first month on its first day. A quantity is asked for by its name from the tables above, written in
camelCase, with the id of an entity or group in quotes: \`stock("coal")\`, \`portStock("sakhalin")\`; those of wholes need no id where only one
whole has them: \`index()\`. \`month()\` counts from 0; \`written()\` is the value beside the rule, where there is one. Beside the functions below there
are \`+ - * / ^\`, comparisons, \`and\`, \`or\`, \`not\` and \`a ? b : c\`. What a rule gives must be within the bounds of the field; if it is not, the run ends
with a message that names the rule and the month.`;
