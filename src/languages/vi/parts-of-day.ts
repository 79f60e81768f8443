/** Words that tell the part of a day; “rạng sáng” is `dawn`. */
export const partsOfDay: Readonly<Record<string, string>> = {
  sáng: 'morning',
  trưa: 'noon',
  chiều: 'afternoon',
  tối: 'evening',
  đêm: 'night',
  khuya: 'night',
}
