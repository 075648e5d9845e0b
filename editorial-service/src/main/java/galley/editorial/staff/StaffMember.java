package galley.editorial.staff;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is known of a person: the subject and the name in their tokens. */
@Entity
@Table(name = "staff")
class StaffMember {
    @Id UUID id;
    String subject;
    String name;
    Instant firstSeen;
}
