/*
 * The most common given names of women and of men in Sweden, by how SCB's name statistics (Namnstatistik,
 * tilltalsnamn) have ranked them, in the spellings that are usual. Left out are those that units, months
 * and kommuner are called as often as persons are: Iris, Viola, Svea, Saga, Maj, August, Nora, Max.
 */

const WOMEN = `
  Agnes Agneta Aisha Alexandra Alice Alicia Alma Alva Amanda Amina Anette Angelica Anita Ann Anna Anne
  Anneli Annelie Annette Annika Astrid Barbro Berit Birgit Birgitta Britt Britta Camilla Carin Carina
  Carolina Caroline Catarina Cecilia Charlotta Charlotte Christel Christin Christina Ebba Elena Eleonora
  Elin Elina Elisabet Elisabeth Ella Ellen Ellinor Elsa Elvira Emelie Emilia Emma Erika Ester Eva Evelina
  Fatima Felicia Frida Gabriella Gerd Greta Gudrun Gun Gunilla Gunnel Gunvor Hanna Hannah Helen Helena
  Helene Ida Inga Ingegerd Ingela Inger Ingrid Irene Isabella Isabelle Jasmine Jeanette Jennie Jennifer
  Jenny Jessica Johanna Josefin Josefine Julia Kajsa Karin Karolina Katarina Katja Kerstin Klara Kristin
  Kristina Laila Lena Lillemor Lina Linda Linn Linnea Linnéa Lisa Lisbeth Lotta Louise Lovisa Madeleine
  Magdalena Maja Malin Margareta Margit Mari Maria Mariam Marianne Marie Marina Marita Martina Maryam
  Matilda Maud Mia Mikaela Moa Molly Mona Monica Monika Märta Natalie Nathalie Nina Olivia Patricia
  Pernilla Petra Pia Ragnhild Rebecca Rebecka Rut Ruth Samira Sandra Sanna Sara Sarah Sigrid Siv Sofia
  Sofie Solveig Sonja Stina Susanna Susanne Sylvia Teresa Terese Therese Tilda Tina Tindra Ulla Ulrica
  Ulrika Vera Veronica Victoria Viktoria Wilma Ylva Yvonne Zahra Åsa`;

const MEN = `
  Abdullah Adam Ahmad Ahmed Albin Alexander Alf Alfred Ali Allan Amir Anders Andreas André Anton Arne
  Arvid Axel Bengt Benjamin Bernt Bertil Björn Bo Börje Carl Casper Charlie Christer Christian Christoffer
  Claes Conny Dan Daniel David Dennis Edvin Elias Elliot Emil Erik Eric Evert Fabian Filip Folke Fredrik
  Gabriel Georg Gunnar Gustaf Gustav Göran Gösta Hampus Hans Harry Hassan Henrik Henry Hugo Hussein Håkan
  Ibrahim Inge Ingemar Ingvar Isak Ivar Jacob Jakob Jan Jesper Jimmy Joakim Joel Johan Johannes John
  Johnny Jonas Jonathan Jonny Josef Julius Jörgen Karl Kenneth Kent Kevin Kjell Klas Krister Kristian
  Kristoffer Kurt Lars Leif Lennart Leo Liam Linus Lucas Ludvig Lukas Magnus Marcus Markus Martin Mathias
  Mats Mattias Melvin Michael Mikael Mohamad Mohamed Mohammad Mohammed Morgan Mustafa Nicklas Niclas
  Niklas Nils Noah Ola Oliver Olle Olof Omar Oscar Oskar Ove Patrik Per Peter Petter Philip Pontus Pär
  Ragnar Rasmus Richard Rickard Robert Robin Roger Roland Rolf Ronny Rune Samir Samuel Sebastian Simon
  Sixten Staffan Stefan Sten Stig Sune Svante Sven Sören Theo Thomas Tobias Tomas Tommy Tony Torbjörn
  Tore Torsten Ulf Urban Vidar Viktor Victor Vilhelm Vincent Viggo Walter Wilhelm William Yngve Yusuf Åke`;

export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `${WOMEN} ${MEN}`.split(/\s+/).filter(Boolean),
);
