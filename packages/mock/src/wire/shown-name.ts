const plain = /^[\w[\]-]{1,64}$/;

/**
 * The name of a parameter as notes and journal hold it: up to the first character that no name has. What comes after
 * may be a body that was read as one odd name, and hold anything.
 */
export function shownName(name: string): string {
  if (plain.test(name)) return name;
  const [start = ''] = name.slice(0, 64).split(/[^\p{L}\p{N}_[\]-]/u, 1);
  return start === name ? name : `${start}…`;
}
