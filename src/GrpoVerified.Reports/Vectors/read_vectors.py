"""Golden values of GRPO: checks the checksums of a folder, then yields what it holds."""
import hashlib, json, pathlib, struct, sys
from fractions import Fraction


def read(folder):
    """Yields (id, quantity, inputs, output, exact 60-digit value, nearest double)."""
    folder = pathlib.Path(folder)
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name
    for v in json.loads((folder / "vectors.json").read_text())["vectors"]:
        double, = struct.unpack(">d", bytes.fromhex(v["bits"]))
        yield v["id"], v["quantity"], v["inputs"], v["output"], Fraction(v["value"]), double


if __name__ == "__main__":
    values = list(read(sys.argv[1] if len(sys.argv) > 1 else "."))
    assert all(float(value) == double for *_, value, double in values)
    print(len(values), "values read; each double is the nearest to its digits")
