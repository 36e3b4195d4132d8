/** Who is at the station: stands with every start and answer. */
export interface Person {
  name: string;
  station: string;
}
