package galley.publish.content;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The list of sections, for the API's description. */
@Schema(name = "SectionList")
record ContentSections(List<ContentSection> items, String next) {}
