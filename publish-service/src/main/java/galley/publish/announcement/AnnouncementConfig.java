package galley.publish.announcement;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log is kept ({@code galley.publish.announcements.*}). */
@ConfigMapping(prefix = "galley.publish.announcements")
interface AnnouncementConfig {

    /** How long announcements are kept for those who come back and want what they missed. */
    @WithDefault("14d")
    Duration retention();
}
