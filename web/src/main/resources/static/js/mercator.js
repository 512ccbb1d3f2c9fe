/** Mercator of a zoom-0 world that is 1 wide. */
export const project = (lon, lat) => {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + .5, .5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};
