package corymb.world;

import java.util.List;

/** A language the customers speak, with its names and streets. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of and cannot change
enum Language {
    GERMAN(
            "Anna Maria Katharina Elisabeth Sabine Julia Laura Lea Lena Sophie Johanna Monika Ursula Petra Claudia Stefanie"
                    + " Franziska Theresa Hannah Birgit Christine Martina Jana Nina Jasmin Heike Ingrid Carolin Aylin Miriam",
            "Thomas Michael Andreas Stefan Christian Alexander Maximilian Jonas Lukas Felix Paul Johannes Sebastian Matthias"
                    + " Jürgen Wolfgang Klaus Jörg Florian Tobias Daniel Markus Emre Leon Niklas Bernd Günther Moritz David Simon",
            "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf"
                    + " Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier"
                    + " Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz"
                    + " Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz"
                    + " Baumann Franke Albrecht Yilmaz Kowalski Nguyen Gruber Pichler Steiner Moser Hofer Egger Brunner Frei",
            "Hauptstraße|Bahnhofstraße|Gartenstraße|Schillerstraße|Lindenweg|Bergstraße|Am Mühlbach|Rosenweg|Kirchgasse|Goethestraße|Waldweg|Ringstraße"),
    FRENCH(
            "Marie Camille Léa Manon Chloé Julie Sophie Isabelle Catherine Nathalie Céline Élodie Aurélie Pauline Inès Margaux",
            "Jean Pierre Nicolas Julien Thomas Antoine Lucas Hugo Mathieu François Philippe Laurent Guillaume Théo Rémi Benoît",
            "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia Roux"
                    + " Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Faure Mercier Blanc Guérin Chevalier",
            "rue de la Gare|rue Victor Hugo|avenue Jean Jaurès|rue des Lilas|chemin du Moulin|rue du Château|place de l'Église|allée des Tilleuls"),
    DUTCH(
            "Sanne Lotte Anouk Femke Maaike Iris Eva Marieke Ingrid Hanneke Floor Roos Esther Wilma Fatima Saskia",
            "Jan Pieter Daan Sem Bram Willem Jeroen Sander Thijs Ruben Koen Maarten Gijs Hendrik Lars Mohamed",
            "de Jong|Jansen|de Vries|van den Berg|van Dijk|Bakker|Janssen|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos"
                    + "|Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|Kok",
            "Dorpsstraat|Kerkstraat|Molenweg|Schoolstraat|Julianalaan|Stationsweg|Eikenlaan|Prinsengracht"),
    ITALIAN(
            "Giulia Francesca Chiara Elena Paola Sara Martina Alessia Federica Valentina",
            "Marco Luca Andrea Matteo Davide Giovanni Paolo Stefano Alessandro Fabio",
            "Bernasconi Rossi Bianchi Ferrari Fontana Galli Colombo Conti Moretti Pedrazzini Cattaneo Poretti",
            "via San Gottardo|via Stazione|via Cantonale|piazza Grande|via ai Monti|viale Franscini"),
    ENGLISH(
            "Emma Olivia Sarah Charlotte Emily Sophie Lucy Hannah Rebecca Jessica Margaret Helen Elizabeth Priya Rachel Alice",
            "James Oliver William Thomas George Daniel Robert Michael Christopher Matthew Andrew Benjamin Samuel Mohammed Jack Edward",
            "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts"
                    + " Green Hall Wood Harris Clarke Jackson Turner Hill Cooper Ward Morris O'Brien Hughes Edwards Khan Baker",
            "High Street|Station Road|Church Lane|Victoria Road|Mill Lane|Park Avenue|The Crescent|Queens Road");

    private final List<String> women;
    private final List<String> men;
    private final List<String> families;
    private final List<String> streets;

    Language(String women, String men, String families, String streets) {
        this.women = List.of(women.split(" "));
        this.men = List.of(men.split(" "));
        this.families = List.of(families.split(families.contains("|") ? "\\|" : " "));
        this.streets = List.of(streets.split("\\|"));
    }

    String drawFirstName(boolean woman, Chance chance) {
        return chance.oneOf(woman ? women : men);
    }

    String drawFamilyName(Chance chance) {
        return chance.oneOf(families);
    }

    /** A street and a house number, in the order of the country. */
    String drawStreet(Chance chance) {
        var street = chance.oneOf(streets);
        int number = 1 + (int) chance.exponential(28);
        return this == ENGLISH || this == FRENCH ? number + " " + street : street + " " + number;
    }
}
