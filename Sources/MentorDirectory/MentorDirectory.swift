// MentorDirectory: what a mentor is, and how a directory of them is sliced.
//
// Purpose: the values every other module speaks in (mentor, write-up, place, language, vocabulary, facet, query) and
// the immutable search index over them.
// Knows: text folding, the query language, bitsets, postings, ranking.
// Never: reads a file, a clock or the network, draws anything, or imports another module of ours.
