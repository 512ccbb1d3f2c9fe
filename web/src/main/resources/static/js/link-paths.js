// The ways of links: along roads where they follow one, else straight; up to the sky.
export const isUp = ([lon, lat, toLon, toLat]) => lon === toLon && lat === toLat;

/** Paths of lon, lat of the links of a medium; what goes up left out. data: GET /api/v1/plans/{id}/links. */
export function* linkPaths({ links, courses = [] }, medium) {
  const along = new Map(courses.map(({ link, path }) => [link, path]));
  for (const [k, link] of links.entries()) {
    if (link[4] === medium && !isUp(link)) yield along.get(k) ?? [[link[0], link[1]], [link[2], link[3]]];
  }
}
