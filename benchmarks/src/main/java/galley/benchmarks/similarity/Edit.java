package galley.benchmarks.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What becomes of a text on its way through another source, and whether it is still the same. */
enum Edit {
    HEADLINE("another headline, dateline and byline", true) {
        @Override
        List<String> of(List<String> text, Room room) {
            return reopened(text, room);
        }
    },
    LIGHT("lightly edited: 1 place in 100 words", true) {
        @Override
        List<String> of(List<String> text, Room room) {
            return corrected(reopened(text, room), 0.01, room);
        }
    },
    THOROUGH("edited: 3 places in 100 words", true) {
        @Override
        List<String> of(List<String> text, Room room) {
            return corrected(reopened(text, room), 0.03, room);
        }
    },
    PARAGRAPH("a paragraph of 40 words more", true) {
        @Override
        List<String> of(List<String> text, Room room) {
            int place = text.size() * (15 + room.random.nextInt(70)) / 100;
            return join(
                    List.of(
                            text.subList(0, place),
                            room.other(40),
                            text.subList(place, text.size())));
        }
    },
    CUT_10("cut by 10 %", true) {
        @Override
        List<String> of(List<String> text, Room room) {
            return beginning(text, 0.9);
        }
    },
    CUT_10_LIGHT("cut by 10 % and lightly edited", true) {
        @Override
        List<String> of(List<String> text, Room room) {
            return corrected(reopened(beginning(text, 0.9), room), 0.01, room);
        }
    },
    CUT_20("cut by 20 %", true) {
        @Override
        List<String> of(List<String> text, Room room) {
            return beginning(text, 0.8);
        }
    },
    LEAD_CUT("its first 40 words cut", true) {
        @Override
        List<String> of(List<String> text, Room room) {
            return text.subList(40, text.size());
        }
    },
    CUT_30("cut by 30 %", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            return beginning(text, 0.7);
        }
    },
    CUT_50("cut by 50 %", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            return beginning(text, 0.5);
        }
    },
    INTRODUCED("introduction of 40 words + reprint", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            return join(List.of(room.other(40), text));
        }
    },
    QUOTED("introduction that quotes it + reprint", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            return join(List.of(room.other(30), text.subList(5, 40), room.other(15), text));
        }
    },
    ROUND_UP("round-up of three", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            return join(
                    List.of(
                            room.other(60),
                            room.other(room.length()),
                            text,
                            room.other(room.length())));
        }
    },
    APPENDED("round-up: it and half as much", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            return join(List.of(text, room.other(text.size() / 2)));
        }
    },
    APPENDED_LITTLE("round-up: it and a quarter as much", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            return join(List.of(text, room.other(text.size() / 4)));
        }
    },
    QUOTATION("another text that quotes a fifth of it", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            int some = text.size() * 2 / 5;
            return join(List.of(room.other(some), text.subList(0, some / 2), room.other(some)));
        }
    },
    NEW_LEAD("a new first half", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            int half = text.size() / 2;
            return join(List.of(room.other(half), text.subList(half, text.size())));
        }
    },
    TOPIC("another text of the topic", false) {
        @Override
        List<String> of(List<String> text, Room room) {
            return room.other(room.length());
        }
    };

    final String description;

    /** Whether it should be called a duplicate. */
    final boolean same;

    Edit(String description, boolean same) {
        this.description = description;
        this.same = same;
    }

    /** Where texts of the topic come from while one is edited. */
    record Room(Newsroom newsroom, SplittableRandom random, int number) {

        /** Another text of the topic. */
        List<String> other(int length) {
            return newsroom.text(random, number, length).subList(0, length);
        }

        int length() {
            return newsroom.length(random);
        }

        /** Words of no topic. */
        List<String> words(int count) {
            return newsroom.words(random, count);
        }
    }

    abstract List<String> of(List<String> text, Room room);

    /** A byline, and another dateline. */
    private static List<String> reopened(List<String> text, Room room) {
        return join(List.of(room.words(7 + room.random.nextInt(9)), text.subList(5, text.size())));
    }

    /** Up to three words replaced by up to three others, at so many places. */
    private static List<String> corrected(List<String> text, double places, Room room) {
        List<String> words = new ArrayList<>(text);
        for (long left = Math.round(text.size() * places); left > 0; left--) {
            int place = room.random.nextInt(words.size() - 3);
            words.subList(place, place + room.random.nextInt(4)).clear();
            words.addAll(place, room.words(room.random.nextInt(4)));
        }
        return words;
    }

    private static List<String> beginning(List<String> text, double share) {
        return text.subList(0, (int) Math.round(text.size() * share));
    }

    private static List<String> join(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
