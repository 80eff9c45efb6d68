/** The first and the last of some dates, without a list of them. */
export class DateRange {
  first: string | undefined = undefined;
  last: string | undefined = undefined;

  add(date: string): void {
    if (this.first === undefined || date < this.first) this.first = date;
    if (this.last === undefined || date > this.last) this.last = date;
  }
}
