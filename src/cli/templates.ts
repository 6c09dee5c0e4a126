/** The texts that `counterplan new` writes. */

/** A scenario of one mine and one works, with every kind of thing that most scenarios need. */
export const scenarioTemplate = (id: string, schema: string): string => `# yaml-language-server: $schema=${schema}
# What this scenario is about, in a sentence or two.
#
# Try it:   counterplan check ${id}.yaml
#           counterplan run ${id}.yaml
#           counterplan show ${id}.yaml sites
#
# Every number has its unit, and a source or a reason beside it or on a mapping above it.
counterplan: 1
file: scenario
title: ${title(id)}
start: 1946-01
end: 1947-12
reason: invented, to be replaced by what your sources say
${economy}`;

const economy = `
# What there is. \`price\` is what the index of output weighs a good by, \`base-output\` the month's output that it calls 100.
goods:
  coal:
    label: Coal
    unit: t
    price: 10 yen/t
    base-output: 1500 t/month
    opening-stock: 500 t               # a stock on the first day
  iron:
    label: Iron
    unit: t
    listed: true                       # shown in the table of goods made
    price: 60 yen/t
    base-output: 600 t/month

# Who works: the people of an industry, which its sites share.
industries:
  mining: {label: Mining, skilled: 40 persons, unskilled: 80 persons, skilled-share: 0.4, skill-weight: 0.5, hiring: 0.1, attrition: 0.02}
  ironmaking: {label: Ironmaking, skilled: 20 persons, unskilled: 40 persons, skilled-share: 0.4, skill-weight: 0.5, hiring: 0.1, attrition: 0.02}

# Where: plant in units, of which some work and the rest must be restored.
sites:
  east-mine:
    label: East mine
    industry: mining
    product: coal
    count: 2 units
    working: 1 unit
    capacity: 1500 t/month             # of one unit
    crew: 120 persons/unit
    cost: 10 kyen/unit                 # what it costs to restore one
    work: 30 persons*month/unit
    shortest: 3 months
  furnace:
    label: Furnace
    industry: ironmaking
    product: iron
    recipes:
      coal-fired: {inputs: {coal: {amount: 2 t/t}}}
    capacity: 600 t/month
    working: 1 unit
    crew: 60 persons/unit

# Who else wants goods. Priority 1 is served first; sites have 3.
uses:
  households:
    label: Coal for households
    goods: {coal: {amount: 1 t/t}}
    demand: {value: 300 t/month, seasonal: [1.5, 1.5, 1.25, 1, 0.75, 0.5, 0.5, 0.5, 0.75, 1, 1.25, 1.5]}
    priority: 1

labour:
  skilled-pool: 30 persons             # people who look for a place
  unskilled-pool: 200 persons
  builders: {value: 20 persons, range: 10..30 persons, reason: "invented; the range is what a study may try instead"}
  wage: 5 yen/person/month

# Who pays for restoration; a dated value holds from its month until the next.
funds:
  treasury:
    label: Treasury
    spends: [restoration]
    cash: 5 kyen
    promised:
      values:
        1946-01: 1 kyen/month
        1946-07: 2 kyen/month

# What is to be reached, and by when.
plan:
  iron-1946: {label: Iron in 1946, outcome: "iron.made@1946:sum", target: 5 kt, due: 1946-12}
`;

export type WhatIf = {
	readonly id: string;
	readonly schema: string;
	readonly parent: string;
	readonly file: string;
	readonly scenario: string;
	readonly from: string;
	readonly path: string;
	readonly meaning: string;
	readonly scale: number;
	readonly outcome: string;
	readonly sign: string;
};

/** A what-if of one change, which moves something, and expects what comes of it. */
export const whatIfTemplate = ({
	id,
	schema,
	parent,
	file,
	scenario,
	from,
	path,
	meaning,
	scale,
	outcome,
	sign,
}: WhatIf): string => `# yaml-language-server: $schema=${schema}
# A question, and the change that answers it. Put your own in the place of what stands here.
#
# Try it:   counterplan check ${file}
#           counterplan compare ${scenario} ${file}
# Find what can be changed:
#           counterplan show ${scenario} ${path.split('.').slice(0, 2).join('.')}
counterplan: 1
file: what-if
extends: ${parent}
title: ${title(id)}
question: What would have come of it?
kind: assumption                       # or action: something that somebody could have done
from: ${from}                          # every month before it stays as it was, to the last bit
reason: an example; say why this could have been so, or cite a source
change:
  ${path}: {scale: ${scale}}           # ${meaning}; or set: a value, add: a quantity
expect: {outcome: "${outcome}", sign: "${sign}"}   # against the scenario: + more, - less, 0 no change
look-at: ["${outcome}"]
`;

/** \`coal-for-iron\` -> \`Coal for iron\`. */
const title = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
