/** Who is at the station: stands with everything that is sent or paid. */
export interface Person {
  name: string;
  station: string;
}
