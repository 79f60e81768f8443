// Reads a ledger with the transparency packages of the Go project, which share no code with chancery:
// the signed checkpoint, the tiles, the log's lines, a proof file and a consistency proof.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error, what string) {
	if err != nil {
		fmt.Println("FAILED:", what+":", err)
		os.Exit(1)
	}
}

func require(ok bool, what string) {
	if !ok {
		fmt.Println("FAILED:", what)
		os.Exit(1)
	}
}

// head opens a signed checkpoint and parses its body.
func head(message []byte, vkey string) tlog.Tree {
	verifier, err := note.NewVerifier(vkey)
	check(err, "verifier key")
	opened, err := note.Open(message, note.VerifierList(verifier))
	check(err, "signature")
	lines := strings.Split(opened.Text, "\n")
	require(len(lines) == 4 && lines[0] == verifier.Name(), "origin")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "size")
	hash, err := tlog.ParseHash(lines[2])
	check(err, "root")
	return tlog.Tree{N: size, Hash: hash}
}

// tiles reads our layout, which has no height in its paths; a missing partial tile is cut from the full one.
type tiles struct{ dir string }

func (t tiles) Height() int                          { return 8 }
func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.dir, path))
		if err != nil {
			full := tile
			full.W = 256
			data, err = os.ReadFile(filepath.Join(t.dir, strings.Replace(full.Path(), "tile/8/", "tile/", 1)))
			if err != nil {
				return nil, err
			}
			data = data[:tile.W*tlog.HashSize]
		}
		all = append(all, data)
	}
	return all, nil
}

func hashesOf(lines []string) []tlog.Hash {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		check(err, "hash in proof")
		hashes = append(hashes, hash)
	}
	return hashes
}

func main() {
	dir, older, consistency, proofs := os.Args[1], os.Args[2], os.Args[3], os.Args[4:]
	keys, err := os.ReadFile(filepath.Join(dir, "vkey"))
	check(err, "vkey")
	vkey := strings.TrimSpace(string(keys))
	message, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	check(err, "checkpoint")
	tree := head(message, vkey)

	reader := tlog.TileHashReader(tree, tiles{dir})
	root, err := tlog.TreeHash(tree.N, reader)
	check(err, "tree from tiles")
	require(root == tree.Hash, "root from tiles")

	segments, _ := filepath.Glob(filepath.Join(dir, "log", "*.ndjson"))
	sort.Strings(segments)
	var lines [][]byte
	for _, segment := range segments {
		data, err := os.ReadFile(segment)
		check(err, "segment")
		scanner := bufio.NewScanner(bytes.NewReader(data))
		scanner.Buffer(nil, 1<<20)
		for scanner.Scan() {
			lines = append(lines, append([]byte(nil), scanner.Bytes()...))
		}
	}
	require(int64(len(lines)) == tree.N, "number of lines")
	for n, line := range lines {
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(n))})
		check(err, "leaf from tiles")
		require(hashes[0] == tlog.RecordHash(line), fmt.Sprint("leaf ", n))
	}

	old, err := os.ReadFile(older)
	check(err, "older checkpoint")
	oldTree := head(old, vkey)
	text, err := os.ReadFile(consistency)
	check(err, "consistency proof")
	ours := tlog.TreeProof(hashesOf(strings.Fields(string(text))))
	theirs, err := tlog.ProveTree(tree.N, oldTree.N, reader)
	check(err, "consistency proof of theirs")
	require(fmt.Sprint(ours) == fmt.Sprint(theirs), "the same consistency proof")
	check(tlog.CheckTree(ours, tree.N, tree.Hash, oldTree.N, oldTree.Hash), "consistency")

	for _, file := range proofs {
		data, err := os.ReadFile(file)
		check(err, "proof")
		parts := strings.SplitN(string(data), "\n\n", 2)
		top := strings.Split(parts[0], "\n")
		require(top[0] == "c2sp.org/tlog-proof@v1", "first line of proof")
		line, err := base64.StdEncoding.Strict().DecodeString(strings.TrimPrefix(top[1], "extra "))
		check(err, "extra data")
		index, err := strconv.ParseInt(strings.TrimPrefix(top[2], "index "), 10, 64)
		check(err, "index")
		proved := head([]byte(parts[1]), vkey)
		proof := tlog.RecordProof(hashesOf(top[3:]))
		check(tlog.CheckRecord(proof, proved.N, proved.Hash, index, tlog.RecordHash(line)), "inclusion")
		require(bytes.Equal(line, lines[index]), "the line of the proof")
	}
	fmt.Println("ok", tree.N, "events", len(proofs), "proofs")
}
