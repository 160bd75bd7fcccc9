/** The tags that CSL-JSON knows in its texts (https://citationstyles.org, "Rich text markup"), and the escapes beside them. */
const TAGS = /<\/?(?:i|b|sc|sub|sup)>|<span (?:class="nocase"|style="font-variant:[^"<>]{0,40}")>|<\/span>/g;

/** Takes the markup of CSL-JSON away from a text; all other angle brackets are text and stay. */
export function withoutMarkup(text: string): string {
  if (!text.includes('<')) return text;
  let spans = 0;
  return text.replace(TAGS, (tag) => {
    if (tag.startsWith('<span')) spans += 1;
    // What closes a span that is not CSL's is text, as its opening is.
    else if (tag === '</span>') {
      if (spans === 0) return tag;
      spans -= 1;
    }
    return '';
  });
}
