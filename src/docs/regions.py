"""Makes src/main/resources/corymb/repair/regions.tsv anew from Debian's package iso-codes.

    python3 src/docs/regions.py > src/main/resources/corymb/repair/regions.tsv

A line is a code of ISO 3166-2, the code it is part of where it has one, and its names: the local one, then others that differ.
"""

import gettext
import json
import re
import unicodedata

FOLDER = "/usr/share/iso-codes/json/iso_3166-2.json"
LANGUAGES = ["en", "de", "fr", "it", "es", "nl", "pl", "sv", "da", "pt_BR"]

# What people write that no translation has.
OTHERS = {
    "AT-2": ["Carinthia"], "AT-3": ["Lower Austria"], "AT-4": ["Upper Austria"],
    "BE-BRU": ["Bruxelles", "Brussels", "Brussel", "Brüssel"], "BE-VLG": ["Vlaanderen", "Flanders", "Flandre"],
    "BE-WAL": ["Wallonie", "Wallonia", "Wallonien"], "CH-GE": ["Geneva"], "CH-SG": ["St. Gallen", "Saint Gall"],
    "DE-MV": ["Mecklenburg-Western Pomerania"], "DE-NI": ["Lower Saxony"], "DE-NW": ["North Rhine-Westphalia", "NRW"],
    "DE-RP": ["Rhineland-Palatinate"], "DE-SN": ["Saxony"], "DE-ST": ["Saxony-Anhalt"], "DE-TH": ["Thuringia"],
    "ES-CL": ["Castile and León"], "ES-CT": ["Catalonia"], "ES-PV": ["País Vasco", "Basque Country"],
    "FR-BRE": ["Brittany"], "FR-NOR": ["Normandy"], "FR-PAC": ["PACA"], "IT-21": ["Piedmont"], "IT-25": ["Lombardy"],
    "IT-32": ["South Tyrol and Trentino"], "IT-52": ["Tuscany"], "IT-82": ["Sicily"], "IT-88": ["Sardinia"],
    "IT-BZ": ["Südtirol", "South Tyrol", "Alto Adige"], "NL-NH": ["North Holland"], "NL-ZH": ["South Holland"],
    "SE-M": ["Skåne", "Scania"],
}


def word(name):
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFD", name).lower())


def names(code, name, translations):
    """Without what stands in brackets; "wallonne, Région" is Région wallonne, too."""
    seen = {}
    for whole in [name] + [translation.gettext(name) for translation in translations] + OTHERS.get(code, []):
        for part in re.split(r"[\[\]/]", whole):
            part = part.split("(")[0].strip().rstrip("*").strip()
            for way in [part, " ".join(reversed(part.split(", ")))]:
                if word(way) and not re.fullmatch(r"[A-Z]{2}-\w{1,3}", way):
                    seen.setdefault(word(way), way)
    return list(seen.values())


def main():
    translations = [gettext.translation("iso_3166-2", "/usr/share/locale", [language]) for language in LANGUAGES]
    with open(FOLDER, encoding="utf-8") as file:
        entries = json.load(file)["3166-2"]
    print("# From iso-codes 4.15.0 (https://salsa.debian.org/iso-codes-team/iso-codes), LGPL-2.1-or-later, by src/docs/regions.py")
    for entry in sorted(entries, key=lambda each: each["code"]):
        print("\t".join([entry["code"], entry.get("parent", "")] + names(entry["code"], entry["name"], translations)))


main()
