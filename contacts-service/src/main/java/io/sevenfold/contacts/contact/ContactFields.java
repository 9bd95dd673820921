package io.sevenfold.contacts.contact;

import io.sevenfold.contacts.validation.Line;
import io.sevenfold.contacts.validation.Text;
import io.sevenfold.contacts.validation.TimeZoneName;
import io.sevenfold.events.Channel;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What callers say about a contact: only {@code name} is required. Spaces around texts are dropped, empty ones are none; tags and
 * channels are sets.
 */
@Schema(name = "ContactFields")
public record ContactFields(
        @Schema(
                description =
                        "Made by the caller so that a request can be repeated; left out, one is made here. Never changes.")
        UUID id,

        @NotNull(message = "is required") @Line(max = 200) @Schema(required = true)
        String name,

        @Email @Line(max = 254) @Schema(description = "Unique in the workspace, whatever its case")
        String email,

        @Line(max = 50)
        @Pattern(regexp = "[0-9A-Za-z+*#(),;=./ -]*", message = "has characters that no phone number has")
        String phone,

        @Line(max = 200) String company,

        @Line(max = 200) String title,

        @TimeZoneName @Schema(description = "IANA name of the contact's own zone", examples = "Europe/Berlin")
        String timeZone,

        @Schema(
                description =
                        "The rep who follows up. A rep who creates a contact owns it; otherwise left out is nobody")
        UUID ownerId,

        @Line(max = 200)
        @Schema(description = "The id another application knows the contact by; unique in the workspace")
        String externalId,

        @Size(max = MOST_TAGS) List<@NotNull @Line(max = 50) String> tags,

        @Schema(description = "True: nothing is planned or mailed. Setting it back to false lifts what was said before")
        Boolean doNotContact,

        @Size(max = 10) @Schema(description = "The channels they opted out of, where they did not opt out wholly")
        List<@NotNull Channel> doNotContactChannels) {

    static final int MOST_TAGS = 50;

    public ContactFields {
        name = Text.trimmed(name);
        email = Text.trimmed(email);
        phone = Text.trimmed(phone);
        company = Text.trimmed(company);
        title = Text.trimmed(title);
        timeZone = Text.trimmed(timeZone);
        externalId = Text.trimmed(externalId);
        tags = set(tags == null ? null : tags.stream().map(Text::trimmed).toList());
        doNotContact = Boolean.TRUE.equals(doNotContact);
        doNotContactChannels = set(doNotContactChannels);
    }

    /**
     * What a contact becomes when the application that knows it by its external id sends these: theirs is all that describes the
     * person. The owner stays where none is sent, and what the person does not want is added to, for lifting it is a decision.
     */
    ContactFields over(ContactFields there) {
        return new ContactFields(
                there.id,
                name,
                email,
                phone,
                company,
                title,
                timeZone,
                ownerId == null ? there.ownerId : ownerId,
                there.externalId,
                tags,
                doNotContact || there.doNotContact,
                Stream.concat(doNotContactChannels.stream(), there.doNotContactChannels.stream())
                        .toList());
    }

    /** What two contacts that are one say together (P12): the other's fills what is empty here, tags are united. */
    ContactFields filledFrom(ContactFields other) {
        return new ContactFields(
                id,
                name,
                email == null ? other.email : email,
                phone == null ? other.phone : phone,
                company == null ? other.company : company,
                title == null ? other.title : title,
                timeZone == null ? other.timeZone : timeZone,
                ownerId == null ? other.ownerId : ownerId,
                externalId == null ? other.externalId : externalId,
                Stream.concat(tags.stream(), other.tags.stream()).toList(),
                doNotContact,
                doNotContactChannels);
    }

    ContactFields with(UUID owner, String external) {
        return new ContactFields(
                id,
                name,
                email,
                phone,
                company,
                title,
                timeZone,
                owner,
                external,
                tags,
                doNotContact,
                doNotContactChannels);
    }

    /** Null, which validation refuses, stays. */
    private static <T extends Comparable<? super T>> List<T> set(List<T> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .distinct()
                        .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                        .toList();
    }
}
